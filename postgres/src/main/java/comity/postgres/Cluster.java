package comity.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The files of one PostgreSQL: its data, the password, the log. Made once, all or nothing.
///
/// @param folder what the owner was given; holds `cluster`, `password` and `server.log`
record Cluster(Path folder, Programs programs, ServerAccount account) {
    static final String USER = "comity";

    Path data() {
        return folder.resolve("cluster");
    }

    Path log() {
        return folder.resolve("server.log");
    }

    String password() throws IOException {
        return Files.readString(folder.resolve("password")).strip();
    }

    /// Makes the files when there are none. A half-made cluster (the machine stopped in between) is made again: it
    /// has no other name than `making` until it is whole.
    void makeIfMissing(Settings.Durability durability) throws IOException {
        if (Files.exists(data().resolve("PG_VERSION"))) {
            return;
        }
        account.requireWayTo(folder.resolve("making"));
        Path making = folder.resolve("making");
        Folders.delete(making);
        Files.createDirectory(
                making, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        account.give(making);
        String password = newPassword();
        Path told = secret("password.told", password);
        account.give(told);
        try {
            run(initdb(making, told, durability));
        } finally {
            Files.delete(told);
        }
        Path kept = secret("password.new", password);
        Files.move(
                kept, folder.resolve("password"), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        Files.move(making, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private List<String> initdb(Path making, Path password, Settings.Durability durability) {
        List<String> command = new ArrayList<>(List.of(
                programs.program("initdb").toString(),
                "--pgdata=" + making,
                "--username=" + USER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // The C locale of PostgreSQL itself: sorting does not change when the machine's libraries do.
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums"));
        if (durability == Settings.Durability.FORGOTTEN) {
            command.add("--no-sync");
        }
        return command;
    }

    /// Stops a server that still runs on these files because its owner was killed, and clears what it left. The
    /// caller has made sure that no living process owns them.
    void stopOrphan() throws IOException {
        Path pidFile = data().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        long pid = lines.isEmpty() ? 0 : Long.parseLong(lines.getFirst().strip());
        if (ProcessHandle.of(pid).filter(this::servesTheseFiles).isPresent()) {
            account.requireWayTo(data());
            stop(pidFile);
        } else {
            // In a container process numbers come round quickly: PostgreSQL would take the stranger for its own.
            Files.deleteIfExists(pidFile);
        }
    }

    private void stop(Path pidFile) throws IOException {
        try {
            run(List.of(
                    programs.program("pg_ctl").toString(),
                    "stop",
                    "--pgdata=" + data(),
                    "--mode=fast",
                    "--timeout=60"));
        } catch (IOException e) {
            // It may have been stopping already and be gone by now.
            if (Files.exists(pidFile)) {
                throw e;
            }
        }
    }

    private boolean servesTheseFiles(ProcessHandle process) {
        return process.info()
                        .commandLine()
                        .filter(line -> line.contains("postgres"))
                        .isPresent()
                && process.info()
                        .arguments()
                        .filter(arguments -> List.of(arguments).contains(data().toString()))
                        .isPresent();
    }

    private void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(account.command(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException(
                        command.getFirst() + " did not succeed; the last words of " + log() + " are:\n" + lastWords());
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while " + command.getFirst() + " ran", e);
        }
    }

    /// The end of the server's log, for the message of a failure.
    String lastWords() throws IOException {
        List<String> lines = Files.exists(log()) ? Files.readAllLines(log(), StandardCharsets.UTF_8) : List.of();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
    }

    private Path secret(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, text + "\n", StandardOpenOption.WRITE);
    }

    private static String newPassword() {
        byte[] chance = new byte[24];
        new SecureRandom().nextBytes(chance);
        return HexFormat.of().formatHex(chance);
    }
}
