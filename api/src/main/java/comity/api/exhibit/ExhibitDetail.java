package comity.api.exhibit;

import comity.api.Words;
import comity.api.ledger.LedgerPlace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An exhibit with everything that is known of it.
///
/// @param summary what a list shows
/// @param order what allows it to be handed over
/// @param sensitive whether nobody should see its contents without need
/// @param fault why it is not good, or could not be sealed; a code of the evidence package
/// @param faultSubject the part that the fault is about
/// @param sealed what it has become once it was sealed
/// @param job what the node is doing with it just now
/// @param files what was taken in and is not sealed yet
/// @param uploads what the caller has begun to bring and not finished; `DELETE` on
/// `/exhibits/{exhibit}/uploads/{id}` gives one up
/// @param remainders the lists of what was collected and is not handed over; only on the side of the State that keeps
/// them
/// @param opened whether a bundle of it lies ready for a person who opened it
/// @param awaitsSecondPerson a wish to open it that a second person must carry out, because it is sensitive
/// @param exposures how long it has lain open when it is sensitive, by role; only for oversight
/// @param custody everything that happened to it, the oldest first
/// @param whole whether no event is missing or altered, and none tells of a break
/// @param acts what the caller can do now
public record ExhibitDetail(
        ExhibitSummary summary,
        HandoverOrder order,
        boolean sensitive,
        @Nullable String fault,
        @Nullable String faultSubject,
        @Nullable Sealed sealed,
        @Nullable Job job,
        List<File> files,
        List<Upload> uploads,
        List<Listed> remainders,
        boolean opened,
        @Nullable AwaitsSecondPerson awaitsSecondPerson,
        List<Exposure> exposures,
        List<Event> custody,
        boolean whole,
        List<String> acts) {
    public ExhibitDetail {
        files = List.copyOf(files);
        uploads = List.copyOf(uploads);
        remainders = List.copyOf(remainders);
        exposures = List.copyOf(exposures);
        custody = List.copyOf(custody);
        acts = List.copyOf(acts);
    }

    /// What it has become once it was sealed.
    ///
    /// @param packageId the package's own number
    /// @param sealedAt when
    /// @param bytes the length of the sealed payload
    /// @param root the root of the tree over the sealed payload, in hex
    public record Sealed(String packageId, Instant sealedAt, long bytes, String root) {}

    /// A piece of long work.
    ///
    /// @param task `sealing`, `sending`, `pulling`, `checking` or `opening`
    /// @param done bytes done
    /// @param total bytes in all; 0 while that is not known
    public record Job(String task, long done, long total) {}

    /// A wish to open it. Somebody else must ask in time, or it begins anew.
    ///
    /// @param role of the person who asked first
    /// @param until when a second person may open it
    public record AwaitsSecondPerson(String role, Instant until) {}

    /// A file that is not sealed yet.
    ///
    /// @param name as it will be in the package
    /// @param bytes its length
    /// @param sha256 of its bytes as they were written here, in hex
    /// @param takenInAt when
    /// @param compared whether whoever sent it had said the same digest before
    public record File(String name, long bytes, String sha256, Instant takenInAt, boolean compared) {}

    /// A file of which not everything has come.
    ///
    /// @param id the last part of its address
    /// @param name as it will be in the package
    /// @param bytes the length of the file
    /// @param here how many of them have come
    /// @param expiresAt when it is thrown away, if nobody goes on with it
    public record Upload(String id, String name, long bytes, long here, Instant expiresAt) {}

    /// How long opened files lay in clear in this node, all openings together. Two people who opened it together count
    /// twice.
    ///
    /// @param role of the people who opened it; never a name
    /// @param seconds in all, until now where it still lies open
    public record Exposure(String role, long seconds) {}

    /// A list of what is not handed over.
    ///
    /// @param number its place among the lists of the exhibit
    /// @param ground why none of it is handed over
    /// @param entries how many things are on it
    /// @param sha256 of the list, in hex; stands in the custody
    /// @param listedAt when
    public record Listed(
            int number,

            @Words({"outside-order", "privileged", "filtered"})
            String ground,

            int entries,
            String sha256,
            Instant listedAt) {}

    /// One thing that happened to it.
    ///
    /// @param state the State whose act it was
    /// @param number its place in that State's chain
    /// @param at when
    /// @param kind its stable name, for example `received`
    /// @param hand who holds it after that: `custodian`, `authority`, `examiner` or `court`
    /// @param role in which role it was done
    /// @param place where
    /// @param reason under which order or for what
    /// @param details what the kind adds, for example `sha256`
    /// @param digest of the event's bytes, in hex; the next event names it
    /// @param leaf where this node's ledger holds it, or the letter that told it
    public record Event(
            String state,
            int number,
            Instant at,
            String kind,
            String hand,
            String role,
            String place,
            String reason,
            Map<String, String> details,
            String digest,
            @Nullable LedgerPlace leaf) {
        public Event {
            details = Map.copyOf(details);
        }
    }
}
