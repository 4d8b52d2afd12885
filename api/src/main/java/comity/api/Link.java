package comity.api;

/// Another place that belongs to this one (RFC 8288).
///
/// @param rel what it is: `self`, `timeline`, `letters`, `exhibits`, `page`
/// @param href its path on this node
public record Link(
        @Words({"self", "timeline", "letters", "exhibits", "page"})
        String rel,

        String href) {}
