package comity.kernel;

/// The nine stations that a request passes on its way from a form in one State to a bell in another. Each writes one
/// line into the node's log when a request passes, so that an operator, and the test that walks the whole way, can read
/// where it is. See docs/walks/life-of-a-preservation-request.md.
public enum Station {
    THE_FORM,
    THE_OFFICIALS_ACT,
    MAY_WE,
    THE_MOVE,
    ONE_TRANSACTION,
    INTO_THE_TREE,
    THE_COURIER,
    THE_OTHER_HOUSE,
    THE_BELL;

    private static final System.Logger LOG = System.getLogger("comity.walk");

    /// Writes the line of this station.
    ///
    /// @param request the reference or, where there is none yet, the id that the request keeps all the way
    /// @param words what happened, with no fact of the case in it
    public void passed(Object request, String words) {
        LOG.log(System.Logger.Level.INFO, "station {0} {1} {2}: {3}", ordinal() + 1, word(), request, words);
    }

    /// The station's name as it stands in the log, for example `one-transaction`.
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
