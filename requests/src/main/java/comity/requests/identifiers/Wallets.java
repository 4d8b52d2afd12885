package comity.requests.identifiers;

import static comity.requests.identifiers.Chain.BITCOIN;
import static comity.requests.identifiers.Chain.BITCOIN_CASH;
import static comity.requests.identifiers.Chain.DOGECOIN;
import static comity.requests.identifiers.Chain.LITECOIN;
import static comity.requests.identifiers.Chain.TRON;

import comity.kernel.Complaint.Weight;
import comity.kernel.Utf8;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Addresses and transactions of crypto-assets. One wrong letter is another person's wallet, or nobody's, so
/// every checksum there is gets checked; and the same letters may mean different wallets on different chains.
final class Wallets {
    /// Which chains use a version byte (Base58Check), and whether for tests.
    private record Use(List<Chain> chains, String network) {}

    private static final Map<Integer, Use> BY_VERSION = Map.of(
            0x00, new Use(List.of(BITCOIN, BITCOIN_CASH), "main"),
            0x05, new Use(List.of(BITCOIN, BITCOIN_CASH, LITECOIN), "main"),
            0x6f, new Use(List.of(BITCOIN, BITCOIN_CASH, LITECOIN), "test"),
            0xc4, new Use(List.of(BITCOIN, BITCOIN_CASH, LITECOIN), "test"),
            0x30, new Use(List.of(LITECOIN), "main"),
            0x32, new Use(List.of(LITECOIN), "main"),
            0x1e, new Use(List.of(DOGECOIN), "main"),
            0x16, new Use(List.of(DOGECOIN), "main"),
            0x41, new Use(List.of(TRON), "main"));
    private static final Map<String, Use> BY_PREFIX = Map.of(
            "bc", new Use(List.of(BITCOIN), "main"),
            "tb", new Use(List.of(BITCOIN), "test"),
            "bcrt", new Use(List.of(BITCOIN), "test"),
            "ltc", new Use(List.of(LITECOIN), "main"),
            "tltc", new Use(List.of(LITECOIN), "test"));
    private static final int BASE58_PAYLOAD = 21;

    private Wallets() {}

    static void checkAddress(String value, Findings findings) {
        String address = value.replaceFirst("^(?i)(?:bitcoin|litecoin|ethereum|dogecoin|tron):", "");
        findings.normalised(address);
        if (address.matches("0[xX][0-9A-Fa-f]{40}")) {
            checkEthereum(address, findings);
            return;
        }
        Optional<Use> segwit = Bech32.prefix(address).map(BY_PREFIX::get);
        if (segwit.isPresent()) {
            checkSegwit(address, segwit.get(), findings);
            return;
        }
        Optional<Chain> chain = Chain.named(findings.context().chain());
        boolean otherChain = chain.isEmpty() && !findings.context().chain().isBlank();
        if (otherChain) {
            String other = findings.context().chain().strip();
            findings.part("chain", other).advises("crypto-not-checked", "value", address, "chain", other);
            return;
        }
        checkBase58(address, chain, findings);
    }

    private static void checkBase58(String address, Optional<Chain> chain, Findings findings) {
        Optional<byte[]> carried = Base58.checked(address);
        boolean cashAddress = chain.equals(Optional.of(BITCOIN_CASH)) && carried.isEmpty();
        if (cashAddress && address.matches("(?:bitcoincash:|bchtest:)?[qp][02-9ac-hj-np-z]{41}")) {
            findings.advises("crypto-not-checked", "value", address, "chain", BITCOIN_CASH.code());
            return;
        }
        if (carried.isEmpty() || carried.get().length != BASE58_PAYLOAD) {
            boolean slip = Base58.isWritten(address) && address.length() >= 25 && address.length() <= 36;
            findings.blocks(slip ? "crypto-checksum" : "crypto-malformed", "value", address);
            return;
        }
        Use use = BY_VERSION.get(carried.get()[0] & 0xFF);
        if (use == null) {
            findings.warns("crypto-chain-unknown", "value", address);
            return;
        }
        settleChain(address, use, findings);
    }

    private static void checkSegwit(String address, Use use, Findings findings) {
        findings.normalised(Cleaning.lower(address));
        if (!Bech32.isAddress(address)) {
            findings.blocks("crypto-checksum", "value", address);
            return;
        }
        settleChain(findings.normalised(), use, findings);
    }

    /// Puts together what the address says of its chain and what the person says of it.
    private static void settleChain(String address, Use use, Findings findings) {
        Optional<Chain> named = Chain.named(findings.context().chain());
        String possible =
                String.join(", ", use.chains().stream().map(Chain::code).toList());
        findings.part("network", use.network());
        if (named.isPresent() && !use.chains().contains(named.get())) {
            findings.at(
                    "chain",
                    Weight.BLOCKS,
                    "crypto-chain-contradicts",
                    "value",
                    address,
                    "chain",
                    named.get().code(),
                    "possible",
                    possible);
            return;
        }
        if (named.isEmpty() && use.chains().size() > 1) {
            findings.at("chain", Weight.WARNS, "crypto-chain-missing", "value", address, "possible", possible);
        } else {
            findings.part("chain", named.orElse(use.chains().getFirst()).code());
        }
        if (use.network().equals("test") && !findings.context().drill()) {
            findings.warns("crypto-test-network", "value", address);
        }
    }

    /// EIP-55: the case of each letter is one bit of a digest of the address.
    private static void checkEthereum(String address, Findings findings) {
        String digits = address.substring(2);
        String whole = "0x" + eip55(digits);
        findings.normalised(whole);
        boolean oneCase = digits.equals(Cleaning.lower(digits)) || digits.equals(Cleaning.upper(digits));
        if (!oneCase && !whole.substring(2).equals(digits)) {
            findings.normalised(address).blocks("crypto-checksum", "value", address);
            return;
        }
        if (oneCase && !whole.substring(2).equals(digits)) {
            findings.advises("crypto-without-checksum", "value", whole);
        }
        String named = findings.context().chain().strip();
        Optional<Chain> chain = Chain.named(named);
        if (chain.isPresent() && !chain.get().isLikeEthereum()) {
            String possible = Chain.ETHEREUM.code();
            findings.at(
                    "chain",
                    Weight.BLOCKS,
                    "crypto-chain-contradicts",
                    "value",
                    whole,
                    "chain",
                    named,
                    "possible",
                    possible);
        } else if (named.isEmpty()) {
            findings.at(
                    "chain", Weight.WARNS, "crypto-chain-missing", "value", whole, "possible", Chain.ETHEREUM.code());
        } else {
            findings.part("chain", chain.map(Chain::code).orElse(named));
        }
    }

    static String eip55(String fortyDigits) {
        String lower = Cleaning.lower(fortyDigits);
        String digest = HexFormat.of().formatHex(Keccak256.digest(Utf8.bytes(lower)));
        StringBuilder cased = new StringBuilder(40);
        for (int i = 0; i < lower.length(); i++) {
            boolean capital = Character.digit(digest.charAt(i), 16) >= 8;
            cased.append(capital ? Character.toUpperCase(lower.charAt(i)) : lower.charAt(i));
        }
        return cased.toString();
    }

    static void checkTransaction(String value, Findings findings) {
        String hash = Cleaning.lower(value.replaceFirst("^0[xX]", ""));
        String named = findings.context().chain().strip();
        Optional<Chain> chain = Chain.named(named);
        if (named.isEmpty()) {
            findings.at("chain", Weight.WARNS, "transaction-chain-missing", "value", value);
        } else {
            findings.part("chain", chain.map(Chain::code).orElse(named));
        }
        if (hash.matches("[0-9a-f]{64}")) {
            boolean prefixed = chain.isPresent() && chain.get().isLikeEthereum();
            findings.normalised(prefixed || value.startsWith("0x") ? "0x" + hash : hash);
        } else if (chain.isEmpty() && !named.isEmpty()) {
            findings.advises("crypto-not-checked", "value", value, "chain", named);
        } else {
            findings.blocks("transaction-malformed", "value", value);
        }
    }
}
