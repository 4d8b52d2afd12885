package comity.cli.verb;

import comity.evidence.signature.CadesSigner;
import comity.evidence.signature.SigningKey;
import comity.evidence.signature.TimestampAuthority;
import comity.evidence.signature.TimestampSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// With which key a package is signed, and who vouches for the time.
final class SigningOptions {
    @Option(names = "--signing-key", paramLabel = "FILE")
    private Optional<Path> key = Optional.empty();

    @Option(names = "--signing-password-file", paramLabel = "FILE")
    private Optional<Path> passwordFile = Optional.empty();

    @Option(names = "--timestamp-authority", paramLabel = "URL")
    private Optional<String> authority = Optional.empty();

    /// @return empty when no key is named, in the line or in the environment
    Optional<CadesSigner> signer(Surroundings surroundings) {
        Optional<Path> file =
                key.or(() -> surroundings.variable("COMITY_SIGNING_KEY").map(Path::of));
        return file.map(
                store -> new CadesSigner(read(store, surroundings), timestamps(surroundings), surroundings.clock()));
    }

    /// Whether somebody else vouches for the time of the signature.
    boolean withTime(Surroundings surroundings) {
        return address(surroundings).isPresent();
    }

    private SigningKey read(Path store, Surroundings surroundings) {
        Optional<Path> secret = passwordFile.or(
                () -> surroundings.variable("COMITY_SIGNING_PASSWORD_FILE").map(Path::of));
        try {
            char[] password =
                    secret.isPresent() ? Files.readString(secret.get()).strip().toCharArray() : new char[0];
            return SigningKey.ofStore(Files.readAllBytes(store), password, store.toString());
        } catch (IOException e) {
            throw new UsageFault("file.missing", e.getMessage() == null ? store : e.getMessage());
        }
    }

    private Optional<TimestampSource> timestamps(Surroundings surroundings) {
        return address(surroundings).map(TimestampAuthority::new);
    }

    private Optional<URI> address(Surroundings surroundings) {
        Optional<String> typed = authority.or(() -> surroundings.variable("COMITY_TIMESTAMP_AUTHORITY"));
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI address = URI.create(typed.get());
            if (address.getHost() != null) {
                return Optional.of(address);
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new UsageFault("usage.timestamp-authority", typed.get());
    }
}
