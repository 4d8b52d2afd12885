package comity.evidence.signature;

import java.util.Map;

/// Puts small documents into one signed container.
@FunctionalInterface
public interface ContainerSigner {
    /// A container in the form ASiC-E (ETSI EN 319 162-1), signed over all its parts.
    ///
    /// @param parts by name, in their order
    /// @throws comity.evidence.EvidenceRefused when no signature or no time-stamp can be had
    byte[] container(Map<String, byte[]> parts);
}
