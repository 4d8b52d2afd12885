package comity.requests;

import java.util.Arrays;
import java.util.Optional;

/// How far a request may be shown (TLP 2.0), what may be done with it (PAP), and limits in words.
public record Handling(Tlp tlp, Pap pap, String useLimits) {
    /// The Traffic Light Protocol, version 2.0 of FIRST.
    public enum Tlp {
        RED("red"),
        AMBER_STRICT("amber+strict"),
        AMBER("amber"),
        GREEN("green"),
        CLEAR("clear");

        private final String code;

        Tlp(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Optional<Tlp> ofCode(String code) {
            return Arrays.stream(values()).filter(tlp -> tlp.code.equals(code)).findFirst();
        }
    }

    /// The Permissible Actions Protocol: how visible an action may be to those investigated.
    public enum Pap {
        RED("red"),
        AMBER("amber"),
        GREEN("green"),
        CLEAR("clear");

        private final String code;

        Pap(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Optional<Pap> ofCode(String code) {
            return Arrays.stream(values()).filter(pap -> pap.code.equals(code)).findFirst();
        }
    }

    /// Whether the two marks contradict each other: shown to nobody, yet any visible action allowed.
    public boolean isInconsistent() {
        return tlp == Tlp.RED && (pap == Pap.CLEAR || pap == Pap.GREEN);
    }
}
