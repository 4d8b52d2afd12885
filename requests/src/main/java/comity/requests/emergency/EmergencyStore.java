package comity.requests.emergency;

import comity.kernel.RequestReference;
import comity.kernel.StateCode;
import comity.kernel.transaction.Transaction;
import comity.requests.Page;
import comity.requests.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Where requests for emergency data rest. Every call belongs to a transaction.
public interface EmergencyStore {
    /// The next name that may be given out.
    RequestReference nextReference(Transaction tx, StateCode own, int year);

    Optional<EmergencyCase> find(Transaction tx, RequestReference reference);

    /// Nobody else changes it before this transaction ends.
    Optional<EmergencyCase> lock(Transaction tx, RequestReference reference);

    void add(Transaction tx, EmergencyCase request, Place place);

    void save(Transaction tx, EmergencyCase request, Place place);

    int nextEvent(Transaction tx, UUID request);

    void addEvent(Transaction tx, UUID request, Timeline.Entry event);

    List<Timeline.Entry> events(Transaction tx, UUID request);

    /// The last changed first.
    ///
    /// @param owner one person's own only; empty for all
    Page<EmergencyCase> list(Transaction tx, Optional<String> owner, Optional<String> cursor, int limit);

    /// Those that wait for us, the next end first.
    List<EmergencyCase> waiting(Transaction tx, Optional<String> owner, int limit);

    /// How many wait for us, counted to a most.
    int countWaiting(Transaction tx, Optional<String> owner, int atMost);

    /// Cases of which the clock must say that their end has passed.
    List<RequestReference> due(Transaction tx, Instant now, int limit);

    /// Where lists find a case.
    ///
    /// @param waitsForUs whether somebody here must act
    /// @param dueAt by when; empty when nothing ends
    /// @param remindAt when the clock must say so by itself; empty for never
    record Place(boolean waitsForUs, Optional<Instant> dueAt, Optional<Instant> remindAt) {}
}
