package comity.web.upload;

import comity.kernel.Complaint;
import java.util.List;
import java.util.Map;

/// What came of a tus call.
public sealed interface Reply {
    /// It was done.
    record Done(int status, Map<String, String> headers) implements Reply {
        public Done {
            headers = Map.copyOf(headers);
        }
    }

    /// It was not.
    ///
    /// @param details what its text names
    /// @param complaints everything that is wrong, when it can be mended
    record Refused(int status, String code, Map<String, String> details, List<Complaint> complaints) implements Reply {
        public Refused {
            details = Map.copyOf(details);
            complaints = List.copyOf(complaints);
        }

        static Refused of(int status, String code) {
            return new Refused(status, code, Map.of(), List.of());
        }

        static Refused of(int status, String code, Map<String, String> details) {
            return new Refused(status, code, details, List.of());
        }

        /// Whether the same bytes would be refused again.
        boolean isForGood() {
            return status == 422;
        }
    }
}
