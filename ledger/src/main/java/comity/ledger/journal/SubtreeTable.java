package comity.ledger.journal;

import comity.kernel.transaction.DatabaseUnavailable;
import comity.ledger.Hash;
import comity.ledger.tree.HashSource;
import comity.ledger.tree.NodePlace;
import comity.ledger.tree.SparseHashes;
import comity.ledger.tree.TreeHasher;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// `ledger.subtree`: the roots of complete subtrees at every fourth level.
///
/// One row for fifteen leaves, and a proof reads at most eight rows for each hash it needs: a good
/// bargain between a row for every node and none at all. Tiles keep every eighth level, and find theirs
/// here.
record SubtreeTable(Connection connection) {
    static final int STEP = 4;

    void insert(Map<NodePlace, Hash> subtrees) throws SQLException {
        if (subtrees.isEmpty()) {
            return;
        }
        String sql = """
                insert into ledger.subtree (level, index, hash)
                select * from unnest(?::smallint[], ?::bigint[], ?::bytea[])
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            setPlaces(insert, subtrees.keySet());
            byte[][] hashes = subtrees.values().stream().map(Hash::bytes).toArray(byte[][]::new);
            insert.setArray(3, connection.createArrayOf("bytea", hashes));
            insert.executeUpdate();
        }
    }

    /// The hashes of all levels: leaves from their commitments, every fourth level from this table, the
    /// rest computed.
    HashSource hashes(LeafTable leaves) {
        return new SparseHashes(STEP, places -> {
            Map<NodePlace, Hash> found = leafHashes(leaves, places);
            found.putAll(find(places.stream().filter(place -> place.level() > 0).toList()));
            return places.stream().map(place -> place.in(found)).toList();
        });
    }

    private static Map<NodePlace, Hash> leafHashes(LeafTable leaves, Collection<NodePlace> places) {
        List<Long> indexes = places.stream()
                .filter(place -> place.level() == 0)
                .map(NodePlace::index)
                .toList();
        Map<NodePlace, Hash> found = HashMap.newHashMap(places.size());
        TreeHasher hasher = new TreeHasher();
        leaves.commitments(indexes)
                .forEach((index, commitment) -> found.put(NodePlace.leaf(index), hasher.leaf(commitment)));
        return found;
    }

    /// What is kept at these places; one that is missing is missing from the answer.
    Map<NodePlace, Hash> find(List<NodePlace> places) {
        String sql = """
                select level, index, hash
                from ledger.subtree
                join unnest(?::smallint[], ?::bigint[]) as wanted (level, index) using (level, index)
                """;
        Map<NodePlace, Hash> found = HashMap.newHashMap(places.size());
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            setPlaces(select, places);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    NodePlace place = new NodePlace(row.getInt("level"), row.getLong("index"));
                    found.put(place, Hash.of(row.getBytes("hash")));
                }
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
        return found;
    }

    private void setPlaces(PreparedStatement statement, Collection<NodePlace> places) throws SQLException {
        Object[] levels = places.stream().map(NodePlace::level).toArray();
        Object[] indexes = places.stream().map(NodePlace::index).toArray();
        statement.setArray(1, connection.createArrayOf("smallint", levels));
        statement.setArray(2, connection.createArrayOf("bigint", indexes));
    }
}
