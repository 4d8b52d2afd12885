package comity.requests.form;

import java.util.List;

/// One section of the task list.
///
/// @param code its stable word, for example `facts`
public record Task(int number, String code, List<Field> fields) {
    public Task {
        fields = List.copyOf(fields);
    }

    /// How far a task is, in the words of the task list.
    public enum Status {
        NOT_STARTED("not-started"),
        /// Something the Convention asks for is still empty.
        IN_PROGRESS("in-progress"),
        /// Everything has an answer, but one is wrong or the requested State needs another.
        CANNOT_COMPLETE_YET("cannot-complete-yet"),
        COMPLETED("completed");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
