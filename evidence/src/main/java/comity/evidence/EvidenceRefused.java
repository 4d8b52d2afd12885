package comity.evidence;

/// An exhibit that is not what it should be. Thrown with the reason as a stable code, and with the file or the
/// part that it is about.
public final class EvidenceRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final EvidenceFault fault;
    private final String subject;

    public EvidenceRefused(EvidenceFault fault, String subject) {
        super(fault.code() + ": " + subject);
        this.fault = fault;
        this.subject = subject;
    }

    public EvidenceRefused(EvidenceFault fault, String subject, Throwable cause) {
        this(fault, subject);
        initCause(cause);
    }

    public EvidenceFault fault() {
        return fault;
    }

    /// What it is about, for instance the name of a file; never a secret.
    public String subject() {
        return subject;
    }
}
