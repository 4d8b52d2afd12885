package comity.law;

/// A law file cannot be used. The message names the file and the field; the node does not start with it, because
/// a missing term or ground would be a silent change of law.
public final class BrokenLawFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenLawFile(String file, String pointer, String problem) {
        super(file + ", " + (pointer.isEmpty() ? "whole file" : pointer) + ": " + problem);
    }

    /// Breaks a whole file.
    public BrokenLawFile(String file, String problem) {
        this(file, "", problem);
    }

    BrokenLawFile(String file, String problem, Throwable cause) {
        super(file + ", whole file: " + problem, cause);
    }
}
