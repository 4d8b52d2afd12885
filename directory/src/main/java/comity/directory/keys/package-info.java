/// The keys of a State and how another State's certificates are checked.
///
/// **Start at** [KeyCeremony] to make keys and [Certificates] to check a chain.
/// **Uses** Bouncy Castle to write certificates, the JDK to check them. **Used by** the list, federation, node.
/// **Never** keeps a private key anywhere but where the operator said.
/// **Trust** – a certificate counts only under the root that the directory names for that very State.
package comity.directory.keys;
