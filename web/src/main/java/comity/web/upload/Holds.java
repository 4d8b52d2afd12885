package comity.web.upload;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import me.desair.tus.server.upload.UploadId;
import me.desair.tus.server.upload.UploadIdFactory;
import me.desair.tus.server.upload.UploadLock;
import me.desair.tus.server.upload.UploadLockingService;
import org.jspecify.annotations.Nullable;

/// One call at a time for each upload. The library locks after it has begun and then says nothing to whoever comes
/// second; so a call takes its hold before, and the library is told that all is free.
final class Holds implements UploadLockingService {
    private final Set<String> held = ConcurrentHashMap.newKeySet();

    /// Ends when the call ends.
    record Hold(Set<String> held, String id) implements AutoCloseable {
        @Override
        public void close() {
            held.remove(id);
        }
    }

    /// Empty when another call has it.
    Optional<Hold> take(String id) {
        return held.add(id) ? Optional.of(new Hold(held, id)) : Optional.empty();
    }

    @Override
    public @Nullable UploadLock lockUploadByUri(String path) {
        return null;
    }

    @Override
    public void cleanupStaleLocks() {
        // None outlives its call.
    }

    boolean isHeld(String id) {
        return held.contains(id);
    }

    @Override
    public boolean isLocked(UploadId id) {
        return isHeld(id.toString());
    }

    @Override
    public void setIdFactory(UploadIdFactory factory) {
        // Ids are known here by their text.
    }
}
