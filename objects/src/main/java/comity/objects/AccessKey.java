package comity.objects;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What opens a bucket: a name that is sent, and a secret that never is.
///
/// @param id the name of the key
/// @param secret what requests are signed with
public record AccessKey(String id, String secret) {
    /// @throws IllegalArgumentException when one of the two is empty, or has a space or a line end in it
    public AccessKey {
        requireOneWord(id);
        requireOneWord(secret);
    }

    /// Reads the two from files, each with one line.
    ///
    /// @throws IOException when a file cannot be read
    /// @throws IllegalArgumentException when a file does not hold one word
    public static AccessKey read(Path id, Path secret) throws IOException {
        return new AccessKey(word(id), word(secret));
    }

    /// The one word in a file.
    ///
    /// @throws IOException when the file cannot be read
    /// @throws IllegalArgumentException when it does not hold one word; the message does not say what
    ///     it holds
    public static String word(Path file) throws IOException {
        String word = Files.readString(file).strip();
        requireOneWord(word);
        return word;
    }

    private static void requireOneWord(String text) {
        if (text.isEmpty() || text.chars().anyMatch(sign -> sign <= ' ' || sign > '~')) {
            throw new IllegalArgumentException("not one word in ASCII");
        }
    }

    /// Without the secret: this may end in a log.
    @Override
    public String toString() {
        return "AccessKey[" + id + "]";
    }
}
