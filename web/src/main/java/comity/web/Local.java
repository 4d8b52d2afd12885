package comity.web;

/// Decides whether a path to go to next stays on this node. A sign-in page that sends people anywhere is a gift to
/// whoever writes false e-mail.
public final class Local {
    private Local() {}

    /// The path when it is one of ours, else the fallback.
    public static String or(String path, String fallback) {
        boolean ours = path.startsWith("/")
                && !path.startsWith("//")
                && path.indexOf('\\') < 0
                && path.chars().noneMatch(Character::isISOControl);
        return ours ? path : fallback;
    }
}
