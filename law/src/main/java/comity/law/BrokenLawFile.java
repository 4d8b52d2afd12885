package comity.law;

import comity.kernel.Complaint;
import java.util.Map;

/// A law file cannot be used. The message names the file and the field; the node does not start with it, because
/// a missing term or ground would be a silent change of law. Whoever brought the file is told by [#complaint], for
/// which there are words in every language.
public final class BrokenLawFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Complaint complaint;

    private BrokenLawFile(String message, Complaint complaint) {
        super(message);
        this.complaint = complaint;
    }

    /// @param complaint where it is broken, and by which rule
    /// @param problem the same in English, for the log
    BrokenLawFile(String file, Complaint complaint, String problem) {
        this(
                file + ", " + (complaint.pointer().isEmpty() ? "whole file" : complaint.pointer()) + ": " + problem,
                complaint);
    }

    /// Breaks a whole file.
    ///
    /// @param code of the words that say so
    /// @param value what the words name
    public BrokenLawFile(String file, String code, String value, String problem) {
        this(file, Complaint.blocks("", code).with(Map.of("value", value)), problem);
    }

    BrokenLawFile(String file, String code, String value, String problem, Throwable cause) {
        this(file, code, value, problem);
        initCause(cause);
    }

    /// What is wrong, for the person whose file it is.
    public Complaint complaint() {
        return complaint;
    }
}
