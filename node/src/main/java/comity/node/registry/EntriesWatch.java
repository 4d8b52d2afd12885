package comity.node.registry;

import comity.directory.proposals.Proposals;
import java.time.Duration;

/// Looks into the folder of entries every few seconds, so that the secretariat only has to lay a file there.
/// What cannot be read is said in the log, and the edition before stays in force.
public final class EntriesWatch implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(EntriesWatch.class.getName());
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);

    private final Registry registry;
    private final Proposals proposals;
    private final Thread looking;
    private String lastFault = "";

    /// @param proposals of which those are published whose day has come
    public EntriesWatch(Registry registry, Proposals proposals) {
        this.registry = registry;
        this.proposals = proposals;
        this.looking = Thread.ofVirtual().name("entries").start(this::lookForEver);
    }

    @Override
    public void close() {
        looking.interrupt();
        try {
            looking.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookForEver() {
        try {
            while (true) {
                Thread.sleep(BETWEEN_LOOKS);
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            registry.publishWhatChanged();
            proposals.publishDue();
            lastFault = "";
        } catch (Exception e) {
            String fault = String.valueOf(e.getMessage());
            if (!fault.equals(lastFault)) {
                LOG.log(System.Logger.Level.ERROR, "The list stays as it is: {0}", fault);
            }
            lastFault = fault;
        }
    }
}
