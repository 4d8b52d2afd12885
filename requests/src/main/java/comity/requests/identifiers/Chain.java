package comity.requests.identifiers;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The chains whose addresses can be checked here. Others are taken as written, and the person is told so.
enum Chain {
    BITCOIN("bitcoin", List.of("btc", "xbt")),
    BITCOIN_CASH("bitcoin-cash", List.of("bch", "bitcoincash")),
    LITECOIN("litecoin", List.of("ltc")),
    DOGECOIN("dogecoin", List.of("doge")),
    TRON("tron", List.of("trx")),
    ETHEREUM("ethereum", List.of("eth", "ether")),
    BNB_CHAIN("bnb-chain", List.of("bsc", "bnb", "binance-smart-chain")),
    POLYGON("polygon", List.of("matic", "pol")),
    ARBITRUM("arbitrum", List.of("arb")),
    BASE("base", List.of()),
    AVALANCHE("avalanche", List.of("avax"));

    private final String code;
    private final List<String> otherNames;

    Chain(String code, List<String> otherNames) {
        this.code = code;
        this.otherNames = otherNames;
    }

    String code() {
        return code;
    }

    /// Whether its addresses are written like Ethereum's: one address, one owner, many chains.
    boolean isLikeEthereum() {
        return switch (this) {
            case ETHEREUM, BNB_CHAIN, POLYGON, ARBITRUM, BASE, AVALANCHE -> true;
            case BITCOIN, BITCOIN_CASH, LITECOIN, DOGECOIN, TRON -> false;
        };
    }

    static Optional<Chain> named(String text) {
        String name = Cleaning.lower(text.strip()).replaceAll("[\\s_]+", "-");
        return Arrays.stream(values())
                .filter(chain -> chain.code.equals(name) || chain.otherNames.contains(name))
                .findFirst();
    }
}
