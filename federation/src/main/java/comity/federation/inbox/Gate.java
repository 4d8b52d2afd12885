package comity.federation.inbox;

import comity.directory.keys.Certificates;
import comity.federation.PeerIdentity;
import comity.federation.Problem;
import comity.federation.Refused;
import comity.federation.envelope.Envelope;
import comity.federation.envelope.Seal;
import comity.federation.envelope.SignedReader;
import comity.kernel.StateCode;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Everything that is asked of an envelope before a letter in it is looked at. The cheap questions come first, and the
/// first that fails names the problem.
final class Gate {
    /// How far two honest clocks may stand apart.
    private static final Duration SKEW = Duration.ofMinutes(2);
    /// A promise to take a letter for longer would make the record of known letters grow without end.
    private static final Duration LONGEST_TERM = Duration.ofDays(90);

    private final StateCode own;
    private final Certificates certificates;
    private final Clock clock;
    private final SignedReader reader = new SignedReader();

    Gate(StateCode own, Certificates certificates, Clock clock) {
        this.own = own;
        this.certificates = certificates;
        this.clock = clock;
    }

    /// The State on the connection.
    ///
    /// @throws Refused when its certificate names none, one that the directory has no node of, or is not under its
    ///     root
    StateCode peer(PeerIdentity peer) throws Refused {
        StateCode state =
                peer.state().orElseThrow(() -> new Refused(Problem.UNKNOWN_PEER, "the connection names no State"));
        require(state, peer.chain(), Certificates.Use.CHANNEL);
        return state;
    }

    /// Opens an envelope that came over a State's connection.
    Envelope open(StateCode peer, byte[] bytes) throws Refused {
        SignedReader.Signed signed = reader.read(bytes, Seal.LETTERS);
        Envelope envelope = Envelope.read(signed.payload());
        if (!envelope.to().equals(own)) {
            throw new Refused(Problem.WRONG_ADDRESSEE, "written to " + envelope.to());
        }
        if (!envelope.from().equals(peer)) {
            throw new Refused(Problem.PEER_MISMATCH, "written by " + envelope.from() + ", brought by " + peer);
        }
        require(peer, signed.chain(), Certificates.Use.SEAL);
        signed.requireSignature();
        requireInTime(envelope, signed.signedAt());
        return envelope;
    }

    private void require(StateCode state, List<X509Certificate> chain, Certificates.Use use) throws Refused {
        switch (certificates.check(state, chain, clock.instant(), use)) {
            case TRUSTED -> {}
            case NO_NODE -> throw new Refused(Problem.UNKNOWN_PEER, "the directory has no node of " + state);
            case UNTRUSTED ->
                throw new Refused(
                        Problem.CERTIFICATE_UNTRUSTED, "the " + use + " certificate is not under the root of " + state);
            case OUT_OF_TIME ->
                throw new Refused(Problem.CERTIFICATE_OUT_OF_TIME, "the " + use + " certificate is out of its time");
            case WRONG_STATE ->
                throw new Refused(
                        Problem.CERTIFICATE_WRONG_STATE, "the " + use + " certificate does not name " + state);
            case WRONG_USE ->
                throw new Refused(Problem.CERTIFICATE_WRONG_USE, "the certificate was not made to be used as " + use);
            case REVOKED -> throw new Refused(Problem.CERTIFICATE_REVOKED, "the " + use + " certificate is revoked");
        }
    }

    private void requireInTime(Envelope envelope, Instant signedAt) throws Refused {
        Instant now = clock.instant();
        if (signedAt.getEpochSecond() != envelope.sentAt().getEpochSecond()) {
            throw new Refused(Problem.MALFORMED, "\"iat\" and \"sentAt\" differ");
        }
        if (envelope.sentAt().isAfter(now.plus(SKEW))) {
            throw new Refused(Problem.FROM_THE_FUTURE, "sent at " + envelope.sentAt());
        }
        if (!envelope.expiresAt().isAfter(now.minus(SKEW))) {
            throw new Refused(Problem.EXPIRED, "expired at " + envelope.expiresAt());
        }
        if (envelope.expiresAt().isAfter(envelope.sentAt().plus(LONGEST_TERM))) {
            throw new Refused(Problem.TERM_TOO_LONG, "expires at " + envelope.expiresAt());
        }
    }
}
