/// A transparency log that no State can rewrite unseen. Knows no request: a leaf is a commitment.
@org.jspecify.annotations.NullMarked
module comity.ledger {
    requires transitive comity.kernel;
    requires static org.jspecify;

    exports comity.ledger;
    exports comity.ledger.tree;
    exports comity.ledger.note;
    exports comity.ledger.policy;
    exports comity.ledger.proof;
    exports comity.ledger.cosigning;
    exports comity.ledger.cosigning.store;
    exports comity.ledger.tiles;
    exports comity.ledger.tiles.http;
    exports comity.ledger.journal;
    exports comity.ledger.audit;
}
