package comity.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/// PostgreSQL 15 from Debian's package `postgresql-15`: its programs, with data of our own. The package's
/// own server, if it runs at all, is left alone.
final class DebiansPostgres implements OperatorsPostgres.Server {
    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");
    private static final boolean IS_ROOT = "root".equals(System.getProperty("user.name"));
    private static final int NOBODY = 65_534;

    private final Path data;
    private boolean runs;

    DebiansPostgres(Path folder) {
        this.data = folder.resolve("cluster");
    }

    /// Whether it is here, and can be run: it refuses to run as root.
    static boolean isInstalled() {
        return Files.isExecutable(PROGRAMS.resolve("initdb")) && (!IS_ROOT || Files.isExecutable(SETPRIV));
    }

    @Override
    public void start(int port) throws IOException {
        if (!Files.exists(data)) {
            make(port);
        }
        run("pg_ctl", "start", "--pgdata=" + data, "--wait", "--log=" + data.resolve("server.log"));
        runs = true;
    }

    private void make(int port) throws IOException {
        Path folder = Files.createDirectories(data.getParent());
        Path password = Files.writeString(folder.resolve("password"), password());
        if (IS_ROOT) {
            Files.setPosixFilePermissions(folder.getParent(), PosixFilePermissions.fromString("rwx--x--x"));
            Files.setAttribute(folder, "unix:uid", NOBODY);
            Files.setAttribute(password, "unix:uid", NOBODY);
        }
        run(
                "initdb",
                "--pgdata=" + data,
                "--username=" + user(),
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8");
        Files.writeString(data.resolve("postgresql.conf"), """
                        listen_addresses = '127.0.0.1'
                        port = %d
                        unix_socket_directories = ''
                        """.formatted(port), StandardOpenOption.APPEND);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    }

    @Override
    public synchronized void stop() {
        if (!runs) {
            return;
        }
        runs = false;
        try {
            run("pg_ctl", "stop", "--pgdata=" + data, "--wait", "--mode=fast");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String user() {
        return "postgres";
    }

    @Override
    public String password() {
        return "only in this test";
    }

    private void run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (IS_ROOT) {
            command.addAll(List.of(SETPRIV.toString(), "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        command.add(PROGRAMS.resolve(program).toString());
        command.addAll(List.of(arguments));
        Path said = Files.createTempFile("comity-" + program + "-", ".txt");
        try {
            int code = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IOException(command + " ended with " + code + ": " + Files.readString(said));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while " + program + " ran", e);
        } finally {
            Files.delete(said);
        }
    }
}
