package comity.requests.identifiers;

import static comity.requests.identifiers.IdentifierType.CARD;

/// Checks one identifier: is it well formed, will a provider find one person with it, and does it look like
/// something it is not?
public final class IdentifierCheck {
    /// The longest web address that browsers and providers handle; nothing else here comes near.
    private static final int LONGEST = 2048;

    private IdentifierCheck() {}

    /// All that is wrong or doubtful is named at once; nothing is thrown for what a person typed.
    public static Checked check(IdentifierType type, String value, IdentifierContext context) {
        Findings findings = new Findings(type, value.strip(), context);
        String clean = Cleaning.clean(value, findings);
        findings.normalised(clean);
        if (clean.isEmpty()) {
            return findings.blocks("identifier-missing").done();
        }
        if (clean.length() > LONGEST) {
            return findings.normalised(clean.substring(0, LONGEST))
                    .blocks("identifier-too-long", "limit", Integer.toString(LONGEST))
                    .done();
        }
        if (type != CARD && (clean.contains("*") || clean.startsWith("@") && clean.contains("."))) {
            // A pattern asks for everybody who matches. A request names somebody (arts 24(1), 42(3)(c)).
            return findings.blocks("identifier-is-a-pattern", "value", clean).done();
        }
        checkAs(type, clean, findings);
        return findings.done();
    }

    private static void checkAs(IdentifierType type, String value, Findings findings) {
        switch (type) {
            case IPV4 -> NetworkAddresses.checkIpv4(Cleaning.refanged(value, findings), findings);
            case IPV6 -> NetworkAddresses.checkIpv6(Cleaning.refanged(value, findings), findings);
            case IP_PORT -> NetworkAddresses.checkWithPort(Cleaning.refanged(value, findings), findings);
            case PHONE -> Telephones.checkNumber(value, findings);
            case IMSI -> Telephones.checkImsi(value, findings);
            case IMEI -> Telephones.checkImei(value, findings);
            case MAC -> Devices.checkMac(value, findings);
            case DEVICE_ID -> Devices.checkDeviceId(value, findings);
            case EMAIL -> MailAddresses.checkAddress(Cleaning.refanged(value, findings), findings);
            case MESSAGE_ID -> MailAddresses.checkMessageId(value, findings);
            case ACCOUNT_ID -> Accounts.checkAccountId(value, findings);
            case USER_NAME -> Accounts.checkUserName(value, findings);
            case OTHER -> Accounts.checkOther(value, findings);
            case PROFILE_URL, CONTENT_URL -> WebAddresses.check(Cleaning.refanged(value, findings), findings);
            case DOMAIN -> DomainNames.check(Cleaning.refanged(value, findings), findings);
            case PAYMENT_ACCOUNT -> PaymentAccounts.check(value, findings);
            case CARD -> Cards.check(value, findings);
            case CRYPTO_ADDRESS -> Wallets.checkAddress(value, findings);
            case TRANSACTION_HASH -> Wallets.checkTransaction(value, findings);
            case FILE_HASH -> FileHashes.check(value, findings);
        }
    }
}
