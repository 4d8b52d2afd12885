package comity.requests.preservation;

import comity.kernel.Language;
import comity.kernel.StateCode;
import comity.kernel.WrittenTime;
import comity.requests.Handling;
import comity.requests.Urgency;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What a complete request says, in domain words. It exists only when nothing blocks the form; until then there is the
/// raw text. The order is that of art. 42(3).
public record PreservationContent(
        StateCode requested,
        Language language,
        Authority authority,
        Optional<Authority> conducting,
        Contact confirmation,
        Offence offence,
        String facts,
        List<Item> items,
        Custodian custodian,
        String necessity,
        Urgency urgency,
        MlaIntent mla,
        Secrecy secrecy,
        Handling handling,
        Optional<Integer> days,
        boolean wantsPathDisclosed) {
    public PreservationContent {
        items = List.copyOf(items);
    }

    /// The authority that makes the request, or the one that conducts the case (art. 42(3)(a)).
    public record Authority(String name, String unit, String fileNumber, String phone, String email, String zone) {}

    /// Who can confirm by telephone that the request is genuine.
    public record Contact(String role, String name, String phone, String email, String languages) {}

    /// The offence under investigation (art. 42(3)(b)).
    ///
    /// @param article the article of the Convention it falls under, for example `unc.7`, or `serious-crime`
    /// @param maximumPenaltyYears the most years of deprivation of liberty it carries, when given
    public record Offence(
            String description,
            String provision,
            String article,
            Optional<Integer> maximumPenaltyYears,
            String stage) {}

    /// One account, address or number whose data shall be kept (art. 42(3)(c)).
    ///
    /// @param relation how these data relate to the offence
    public record Item(
            String type,
            String value,
            String service,
            Optional<Integer> port,
            String protocol,
            String chain,
            Optional<WrittenTime> from,
            Optional<WrittenTime> to,
            List<DataCategory> data,
            String relation) {
        public Item {
            data = List.copyOf(data);
        }
    }

    /// Which data (art. 2).
    public enum DataCategory {
        SUBSCRIBER("subscriber"),
        TRAFFIC("traffic"),
        CONTENT("content");

        private final String code;

        DataCategory(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /// Whatever is known of who holds the data or where the system stands (art. 42(3)(d)).
    public record Custodian(String name, String location) {}

    /// That a request for assistance will follow (art. 42(3)(f)).
    public record MlaIntent(List<String> measures, Optional<LocalDate> expectedOn, String authority) {
        public MlaIntent {
            measures = List.copyOf(measures);
        }
    }

    /// Whether to keep it confidential and not to notify the user (art. 42(3)(g)).
    public record Secrecy(
            boolean confidential, boolean doNotNotify, Optional<WrittenTime> until, String instructions) {}
}
