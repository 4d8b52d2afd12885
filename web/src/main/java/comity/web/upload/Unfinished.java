package comity.web.upload;

import java.time.Clock;
import java.time.Duration;
import me.desair.tus.server.upload.UploadId;
import me.desair.tus.server.upload.UploadInfo;

/// An upload as the library sees it. Its own kind takes a length of nothing for one that is not known yet, and goes by
/// the time of the machine.
final class Unfinished extends UploadInfo {
    private static final long serialVersionUID = 1L;

    private final long whole;
    private final transient Clock clock;
    private long expires;

    Unfinished(UploadId id, Kept kept, long offset, Clock clock) {
        this.whole = kept.announcement().bytes();
        this.clock = clock;
        this.expires = kept.expiresAt().toEpochMilli();
        setId(id);
        setOwnerKey(kept.owner());
        setOffset(offset);
        setEncodedMetadata(kept.metadata());
    }

    @Override
    public Long getLength() {
        return whole;
    }

    @Override
    public boolean hasLength() {
        return true;
    }

    @Override
    public boolean isUploadInProgress() {
        return getOffset() != whole;
    }

    @Override
    public Long getExpirationTimestamp() {
        return expires;
    }

    @Override
    public void updateExpiration(long period) {
        expires = clock.instant().plus(Duration.ofMillis(period)).toEpochMilli();
    }

    @Override
    public boolean isExpired() {
        return clock.millis() > expires;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
