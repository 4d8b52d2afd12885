/// Requests from one State to another, one package per kind.
@org.jspecify.annotations.NullMarked
module comity.requests {
    requires transitive comity.kernel;
    requires transitive comity.law;
    requires transitive comity.directory;
    requires transitive comity.ledger;
    requires transitive comity.federation;
    requires transitive comity.safeguards;
    requires transitive comity.vault;
    requires com.ibm.icu;
    requires spring.core;
    requires spring.jdbc;
    requires tools.jackson.databind;
    requires static org.jspecify;

    exports comity.requests;
    exports comity.requests.disclosure;
    exports comity.requests.emergency;
    exports comity.requests.form;
    exports comity.requests.identifiers;
    exports comity.requests.preservation;
    exports comity.requests.store;

    opens comity.requests.emergency to
            tools.jackson.databind;
    opens comity.requests.preservation to
            tools.jackson.databind;
}
