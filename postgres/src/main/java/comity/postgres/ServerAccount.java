package comity.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/// As whom PostgreSQL runs. It refuses to run as root, so a root process (usual in a container) steps down first: into
/// a user namespace, where its own files stay its own, or else to the account `nobody`, which is then given the
/// data.
///
/// @param stepDown the words before a command; empty when this process is not root
/// @param owner the account that must own the data; empty when it is this process's own
record ServerAccount(List<String> stepDown, OptionalInt owner) {
    private static final int NOBODY = 65_534;
    private static final List<String> NAMESPACE = List.of("unshare", "--user");
    private static final List<String> OTHER_ACCOUNT =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

    /// The account for this process, which writes in the given folder.
    static ServerAccount forWriterIn(Path folder) throws IOException {
        if (Folders.accountWritingIn(folder) != 0) {
            return new ServerAccount(List.of(), OptionalInt.empty());
        }
        if (leavesRoot(NAMESPACE)) {
            return new ServerAccount(NAMESPACE, OptionalInt.empty());
        }
        if (leavesRoot(OTHER_ACCOUNT)) {
            return new ServerAccount(OTHER_ACCOUNT, OptionalInt.of(NOBODY));
        }
        throw new IOException("PostgreSQL does not run as root, and neither unshare nor setpriv can step down here:"
                + " start Comity as another account, or name an external database in the settings of the node");
    }

    /// The command as this account runs it.
    List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>(stepDown);
        whole.addAll(command);
        return whole;
    }

    /// Gives a file to the account; nothing to do when it is this process's own.
    void give(Path path) throws IOException {
        if (owner.isPresent()) {
            Files.setAttribute(path, "unix:uid", owner.getAsInt());
        }
    }

    /// Says in words which folder the account cannot enter, before PostgreSQL says it in its own.
    void requireWayTo(Path folder) throws IOException {
        if (owner.isEmpty()) {
            return;
        }
        for (Path step = folder.toAbsolutePath().getParent(); step != null; step = step.getParent()) {
            if (!PosixFilePermissions.toString(Files.getPosixFilePermissions(step))
                    .endsWith("x")) {
                throw new IOException("PostgreSQL runs here as the account nobody, which may not enter " + step
                        + ": keep the data elsewhere, or start Comity as another account");
            }
        }
    }

    private static boolean leavesRoot(List<String> stepDown) throws IOException {
        List<String> question = new ArrayList<>(stepDown);
        question.addAll(List.of("id", "-u"));
        try {
            Process process = new ProcessBuilder(question)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer =
                    new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return process.waitFor(10, TimeUnit.SECONDS)
                    && process.exitValue() == 0
                    && !answer.strip().equals("0");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while asking who may run PostgreSQL", e);
        } catch (IOException e) {
            // The program is not on this machine: the next way is tried.
            return false;
        }
    }
}
