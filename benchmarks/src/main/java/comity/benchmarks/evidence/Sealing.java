package comity.benchmarks.evidence;

import comity.benchmarks.Folders;
import comity.benchmarks.load.Commands;
import comity.evidence.age.AgeWriter;
import comity.evidence.age.Identity;
import comity.evidence.age.KeyKind;
import comity.evidence.age.Progress;
import comity.evidence.contents.Contents;
import comity.evidence.contents.ContentsSource;
import comity.evidence.pack.Checking;
import comity.evidence.pack.Finding;
import comity.evidence.pack.Opener;
import comity.evidence.pack.SealedFolder;
import comity.evidence.pack.Sealer;
import comity.evidence.paper.Authority;
import comity.evidence.signature.Trust;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The process that seals and opens, so that its memory can be looked at for itself. Each answer is a time in
/// nanoseconds.
final class Sealing {
    private static final int WORKERS = Runtime.getRuntime().availableProcessors();
    private static final int LIMIT_BYTES = 512 << 20;
    private static final int CHUNK = 64 * 1024;
    private static final Path NOWHERE = Path.of("/dev/null");

    private final Identity.Drawn key = Identity.draw(KeyKind.POST_QUANTUM);

    private Sealing() {}

    public static void main(String[] arguments) throws IOException {
        Sealing sealing = new Sealing();
        Commands.serve("ready", words -> switch (words.getFirst()) {
            case "seal" -> sealing.seal(Path.of(words.get(1)), Path.of(words.get(2)));
            case "through" -> sealing.through(Path.of(words.get(1)));
            case "write" -> sealing.write(Path.of(words.get(1)), Path.of(words.get(2)));
            case "open" -> sealing.open(Path.of(words.get(1)), Path.of(words.get(2)));
            case "keep" -> sealing.keep(Path.of(words.get(1)), Path.of(words.get(2)));
            case "records" -> sealing.records(Path.of(words.get(1)), Path.of(words.get(2)));
            case "check" -> check(Path.of(words.get(1)));
            case "limit" -> limit();
            case "memory" -> memory();
            default -> throw new IllegalArgumentException(words.getFirst());
        });
    }

    private interface Work {
        void run() throws Exception;
    }

    private static long nanos(Work work) throws Exception {
        long begun = System.nanoTime();
        work.run();
        return System.nanoTime() - begun;
    }

    private void sealInto(Path file, Path target) {
        new Sealer(Clock.systemUTC(), WORKERS)
                .seal(
                        new Sealer.Wish(
                                Contents.of(List.of(file)),
                                List.of(key.recipient()),
                                Authority.NONE,
                                target,
                                Optional.empty()),
                        Progress.NONE);
    }

    /// Everything: read, hashed, sealed, opened again, hashed, written, read once more and compared, forced to the
    /// disk.
    private String seal(Path file, Path target) throws Exception {
        return String.valueOf(nanos(() -> sealInto(file, target)));
    }

    /// The writer alone: read, hashed, sealed, opened again, hashed, and written.
    private String write(Path file, Path target) throws Exception {
        String nanos = through(file, target, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        Files.delete(target);
        return nanos;
    }

    /// The same, with nowhere to write to.
    private String through(Path file) throws Exception {
        return through(file, NOWHERE, StandardOpenOption.WRITE);
    }

    private String through(Path file, Path target, OpenOption... options) throws Exception {
        return String.valueOf(nanos(() -> {
            try (ContentsSource source = new ContentsSource(Contents.of(List.of(file)), false);
                    FileChannel channel = FileChannel.open(target, options)) {
                AgeWriter.write(source, List.of(key.recipient()), channel, Progress.NONE, WORKERS);
            }
        }));
    }

    private String keep(Path sealed, Path target) throws Exception {
        return String.valueOf(nanos(() -> new Opener(WORKERS)
                .open(SealedFolder.read(sealed), List.of(key.identity()), target, (_, _) -> {}, Progress.NONE)));
    }

    private String open(Path sealed, Path target) throws Exception {
        String nanos = keep(sealed, target);
        Folders.remove(target);
        return nanos;
    }

    /// Each file of a folder sealed into a package of its own; the times of all, one after the other.
    private String records(Path files, Path target) throws Exception {
        StringBuilder times = new StringBuilder();
        try (var list = Files.list(files)) {
            for (Path file : list.toList()) {
                Path sealed = target.resolve(file.getFileName().toString());
                times.append(nanos(() -> sealInto(file, sealed))).append(' ');
            }
        }
        return times.toString().strip();
    }

    private static String check(Path bundle) throws Exception {
        return String.valueOf(nanos(() -> {
            List<Finding> findings = new Checking(WORKERS, Trust.NONE, Instant.now(), Progress.NONE).opened(bundle);
            if (findings.stream().anyMatch(finding -> finding.outcome() == Finding.Outcome.BAD)) {
                throw new IllegalStateException("The bundle is not good: " + findings);
            }
        }));
    }

    /// How long a core takes for a byte of plaintext when nothing is done but two digests, sealing and opening, in the
    /// pieces in which we do them: nanoseconds for each mebibyte.
    private static String limit() throws GeneralSecurityException {
        byte[] plain = new byte[CHUNK];
        byte[] sealed = new byte[CHUNK + 16];
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
        Cipher opening = Cipher.getInstance("ChaCha20-Poly1305");
        byte[] opened = new byte[CHUNK];
        SecretKeySpec secret = new SecretKeySpec(new byte[32], "ChaCha20");
        byte[] nonce = new byte[12];
        long begun = System.nanoTime();
        int chunks = LIMIT_BYTES / CHUNK;
        for (int i = 0; i < chunks; i++) {
            digest.update(plain);
            nonce[0] = (byte) i;
            nonce[1] = (byte) (i >> 8);
            cipher.init(Cipher.ENCRYPT_MODE, secret, new IvParameterSpec(nonce));
            cipher.doFinal(plain, 0, CHUNK, sealed, 0);
            opening.init(Cipher.DECRYPT_MODE, secret, new IvParameterSpec(nonce));
            opening.doFinal(sealed, 0, sealed.length, opened, 0);
            digest.update(sealed);
        }
        return String.format(Locale.ROOT, "%d", (System.nanoTime() - begun) / (LIMIT_BYTES >> 20));
    }

    /// The most memory that this process has had at a time, in kilobytes, where the system tells.
    private static String memory() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return "0";
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .findFirst()
                .orElse("0");
    }
}
