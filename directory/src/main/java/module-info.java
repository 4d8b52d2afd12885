/// Who is who: authorities, desks, keys, published needs; a signed, versioned list from the registry.
@org.jspecify.annotations.NullMarked
module comity.directory {
    requires transitive comity.kernel;
    requires transitive comity.law;
    requires tools.jackson.databind;
    requires static org.jspecify;
}
