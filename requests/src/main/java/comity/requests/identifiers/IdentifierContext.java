package comity.requests.identifiers;

import java.util.Optional;

/// What stands beside an identifier in the form and changes how it is read.
///
/// @param pointer the item, as a JSON pointer, for example `/items/0`; complaints point to its fields `value`,
///     `port`, `service`, `chain`
/// @param service the provider or platform, as typed; empty when not given
/// @param port the port, as typed; empty when not given
/// @param chain the chain of a wallet or transaction, as typed; empty when not given
/// @param timed whether an instant with its zone stands beside it
/// @param callingCode the calling code to suggest for a telephone number without one, for example `49`
/// @param drill a drill may use the addresses and accounts that are reserved for examples
public record IdentifierContext(
        String pointer,
        String service,
        String port,
        String chain,
        boolean timed,
        Optional<String> callingCode,
        boolean drill) {
    /// Nothing stands beside it.
    public static IdentifierContext alone(String pointer) {
        return new IdentifierContext(pointer, "", "", "", false, Optional.empty(), false);
    }

    public IdentifierContext withService(String given) {
        return new IdentifierContext(pointer, given, port, chain, timed, callingCode, drill);
    }

    public IdentifierContext withPort(String given) {
        return new IdentifierContext(pointer, service, given, chain, timed, callingCode, drill);
    }

    public IdentifierContext withChain(String given) {
        return new IdentifierContext(pointer, service, port, given, timed, callingCode, drill);
    }

    public IdentifierContext withTime(boolean given) {
        return new IdentifierContext(pointer, service, port, chain, given, callingCode, drill);
    }

    public IdentifierContext withCallingCode(String given) {
        return new IdentifierContext(pointer, service, port, chain, timed, Optional.of(given), drill);
    }

    public IdentifierContext inDrill(boolean given) {
        return new IdentifierContext(pointer, service, port, chain, timed, callingCode, given);
    }

    String value() {
        return pointer + "/value";
    }

    String at(String field) {
        return pointer + "/" + field;
    }
}
