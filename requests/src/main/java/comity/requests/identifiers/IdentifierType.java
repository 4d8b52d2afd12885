package comity.requests.identifiers;

import java.util.Arrays;
import java.util.Optional;

/// The kinds of identifier that a request can name.
public enum IdentifierType {
    IPV4("ipv4"),
    IPV6("ipv6"),
    /// An address and a port in one text, `203.0.113.77:52990` or `[2001:db8::1]:443`.
    IP_PORT("ip-port"),
    PHONE("phone"),
    IMSI("imsi"),
    IMEI("imei"),
    MAC("mac"),
    EMAIL("email"),
    ACCOUNT_ID("account-id"),
    /// A name on a platform, which must be named too.
    USER_NAME("user-name"),
    PROFILE_URL("profile-url"),
    CONTENT_URL("content-url"),
    DOMAIN("domain"),
    DEVICE_ID("device-id"),
    /// An IBAN, or another bank's account number.
    PAYMENT_ACCOUNT("payment-account"),
    /// The first six or eight and the last four digits of a card; never all of them.
    CARD("card"),
    CRYPTO_ADDRESS("crypto-address"),
    TRANSACTION_HASH("transaction-hash"),
    MESSAGE_ID("message-id"),
    FILE_HASH("file-hash"),
    OTHER("other");

    private final String code;

    IdentifierType(String code) {
        this.code = code;
    }

    /// The stable word in letters, forms and message files.
    public String code() {
        return code;
    }

    public static Optional<IdentifierType> ofCode(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }
}
