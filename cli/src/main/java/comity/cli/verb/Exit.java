package comity.cli.verb;

/// Exit codes, the same for every command.
public final class Exit {
    /// It is done, or it is well.
    public static final int GOOD = 0;
    /// The node said no, or it is not well.
    public static final int NOT_GOOD = 1;
    /// Nobody can tell: bad usage, or the node could not be asked.
    public static final int COULD_NOT_TELL = 2;

    private Exit() {}
}
