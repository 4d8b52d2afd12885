package comity.node.rooms;

import comity.objects.Bucket;
import comity.objects.BucketUnavailable;
import comity.objects.Label;
import comity.vault.shelf.Depot;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;

/// Sealed exhibits in a bucket, under the number of each. A part of an upload is two whole segments of a
/// package, or more. What the store says is not believed: whoever works with a package compares it with its
/// seal.
public final class ExhibitsInBucket implements Depot {
    private static final Label SEALED = new Label("application/octet-stream", "no-store");
    private static final long PART = 16L << 20;
    private static final int PIECE = 8 << 20;

    private final Bucket bucket;

    public ExhibitsInBucket(Bucket bucket) {
        this.bucket = bucket;
    }

    private static String name(UUID exhibit, String part) {
        return exhibit + "/" + part;
    }

    @Override
    public void put(UUID exhibit, Path folder, List<String> names) {
        asking(() -> {
            for (String part : names) {
                try {
                    bucket.putFile(name(exhibit, part), folder.resolve(part), PART, SEALED);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return names;
        });
    }

    @Override
    public boolean bring(UUID exhibit, String part, Path target) {
        OptionalLong size = size(exhibit, part);
        if (size.isEmpty()) {
            return false;
        }
        Path unfinished = target.resolveSibling(target.getFileName() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                for (long from = 0; from < size.getAsLong(); from += PIECE) {
                    out.write(read(exhibit, part, from, (int) Math.min(PIECE, size.getAsLong() - from)));
                }
            }
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public OptionalLong size(UUID exhibit, String part) {
        return asking(() -> bucket.size(name(exhibit, part)));
    }

    @Override
    public byte[] read(UUID exhibit, String part, long from, int length) {
        Optional<byte[]> bytes = asking(() -> bucket.get(name(exhibit, part), from, length));
        return bytes.orElseThrow(() ->
                new DepotUnavailable("The store has lost " + part, new IllegalStateException("It was there before")));
    }

    @Override
    public void remove(UUID exhibit) {
        asking(() -> {
            bucket.names(exhibit + "/").forEach(bucket::remove);
            return exhibit;
        });
    }

    private static <T> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (BucketUnavailable e) {
            throw new DepotUnavailable(String.valueOf(e.getMessage()), e);
        }
    }
}
