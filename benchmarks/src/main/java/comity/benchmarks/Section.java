package comity.benchmarks;

/// One thing that the benchmark measures. A section that cannot run says why by throwing [CannotRun]; it is then named
/// as missing and has no row in any table.
public interface Section {
    /// The letter by which `--only` names it; sections run in the order of their letters.
    char letter();

    String title();

    Findings measure(Run run) throws Exception;

    /// What is missing for this section to run.
    final class CannotRun extends Exception {
        private static final long serialVersionUID = 1L;

        private final String why;

        public CannotRun(String why) {
            super(why);
            this.why = why;
        }

        public String why() {
            return why;
        }
    }
}
