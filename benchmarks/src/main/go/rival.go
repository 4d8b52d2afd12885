// Rival does what the ledger's benchmark does, with the tree that golang.org/x/mod/sumdb/tlog keeps for Go's checksum
// database, which Debian packages as golang-golang-x-mod-dev and other people wrote.
//
//	rival appends LEAVES ROUNDS         a tree from nothing, every hash kept in memory
//	rival proofs  LEAVES ROUNDS MILLIS  making and checking proofs in a tree of so many leaves
//	rival audit   FOLDER LOG-KEY ROUNDS a whole published log: every entry, every tile, the root
//
// Prints a name and a value a line, one line a round, then the version of Go, and exits with 0; with 1 and the reason
// when anything does not hold. The first round is a warm-up and is not printed.
package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"runtime"
	"sort"
	"strconv"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const (
	height   = 8
	prepared = 1024
)

// hashes is a tree's whole storage, in the order that tlog gives them.
type hashes []tlog.Hash

func (h *hashes) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	out := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		if index >= int64(len(*h)) {
			return nil, errors.New("a hash that is not there yet")
		}
		out[i] = (*h)[index]
	}
	return out, nil
}

func room(leaves int64) *hashes {
	empty := make(hashes, 0, tlog.StoredHashCount(leaves))
	return &empty
}

func (h *hashes) add(n int64, entry []byte) error {
	more, err := tlog.StoredHashes(n, entry, h)
	*h = append(*h, more...)
	return err
}

// Each entry is the leaf hash before it, so that no two are alike.
func appends(leaves int64, rounds int) error {
	kept := room(leaves)
	for round := 0; round <= rounds; round++ {
		*kept = (*kept)[:0]
		entry := tlog.Hash(sha256.Sum256(nil))
		start := time.Now()
		for n := int64(0); n < leaves; n++ {
			at := len(*kept)
			if err := kept.add(n, entry[:]); err != nil {
				return err
			}
			entry = (*kept)[at]
		}
		if took := time.Since(start); round > 0 {
			fmt.Println("append", float64(leaves)/took.Seconds())
		}
	}
	root, err := tlog.TreeHash(leaves, kept)
	fmt.Println("root", root)
	return err
}

func entry(n int64) []byte {
	sum := sha256.Sum256([]byte(strconv.FormatInt(n, 10)))
	return sum[:]
}

type work func(number int) error

// times says how many microseconds a call of some work takes: of each round, the median of its calls.
func times(name string, rounds int, round time.Duration, do work) error {
	number := 0
	var calls []float64
	for i := 0; i <= rounds; i++ {
		calls = calls[:0]
		for start := time.Now(); time.Since(start) < round; number++ {
			called := time.Now()
			if err := do(number); err != nil {
				return err
			}
			calls = append(calls, float64(time.Since(called).Nanoseconds())/1e3)
		}
		if sort.Float64s(calls); i > 0 {
			fmt.Println(name, calls[len(calls)/2])
		}
	}
	return nil
}

func proofs(leaves int64, rounds int, round time.Duration) error {
	kept := room(leaves)
	for n := int64(0); n < leaves; n++ {
		if err := kept.add(n, entry(n)); err != nil {
			return err
		}
	}
	root, err := tlog.TreeHash(leaves, kept)
	if err != nil {
		return err
	}
	chance := rand.New(rand.NewSource(2))
	places := make([]int64, prepared)
	entries := make([][]byte, prepared)
	included := make([]tlog.RecordProof, prepared)
	sizes := make([]int64, prepared)
	older := make([]tlog.Hash, prepared)
	consistent := make([]tlog.TreeProof, prepared)
	for i := range places {
		places[i] = chance.Int63n(leaves)
		entries[i] = entry(places[i])
		if included[i], err = tlog.ProveRecord(leaves, places[i], kept); err != nil {
			return err
		}
		sizes[i] = 1 + chance.Int63n(leaves)
		if older[i], err = tlog.TreeHash(sizes[i], kept); err != nil {
			return err
		}
		if consistent[i], err = tlog.ProveTree(leaves, sizes[i], kept); err != nil {
			return err
		}
	}
	for _, one := range []struct {
		name string
		do   work
	}{
		{"proveInclusion", func(int) error {
			_, err := tlog.ProveRecord(leaves, chance.Int63n(leaves), kept)
			return err
		}},
		{"proveConsistency", func(int) error {
			_, err := tlog.ProveTree(leaves, 1+chance.Int63n(leaves), kept)
			return err
		}},
		{"checkInclusion", func(number int) error {
			i := number % prepared
			return tlog.CheckRecord(included[i], leaves, root, places[i], tlog.RecordHash(entries[i]))
		}},
		{"checkConsistency", func(number int) error {
			i := number % prepared
			return tlog.CheckTree(consistent[i], leaves, root, sizes[i], older[i])
		}},
	} {
		if err := times(one.name, rounds, round, one.do); err != nil {
			return err
		}
	}
	return nil
}

// file is where tlog-tiles has a tile; sumdb writes the height as well.
func file(dir string, t tlog.Tile) string {
	p := strings.TrimPrefix(t.Path(), fmt.Sprintf("tile/%d/", height))
	if t.L < 0 {
		p = "entries" + strings.TrimPrefix(p, "data")
	}
	return filepath.Join(dir, "tile", p)
}

func checkpoint(dir, key string) (tlog.Tree, error) {
	msg, err := os.ReadFile(filepath.Join(dir, "checkpoint"))
	if err != nil {
		return tlog.Tree{}, err
	}
	verifier, err := note.NewVerifier(key)
	if err != nil {
		return tlog.Tree{}, err
	}
	n, err := note.Open(msg, note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, err
	}
	lines := strings.SplitN(n.Text, "\n", 4)
	if len(lines) != 4 || lines[0] != verifier.Name() {
		return tlog.Tree{}, errors.New("not a checkpoint of this log")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return tlog.Tree{}, err
	}
	root, err := tlog.ParseHash(lines[2])
	return tlog.Tree{N: size, Hash: root}, err
}

// tiles are those of a tree of so many leaves, the last of each level as wide as it is.
func tiles(leaves int64) []tlog.Tile {
	var all []tlog.Tile
	for level := 0; leaves>>uint(height*level) > 0; level++ {
		hashes := leaves >> uint(height*level)
		for n := int64(0); n<<height < hashes; n++ {
			width := hashes - n<<height
			if width > 1<<height {
				width = 1 << height
			}
			all = append(all, tlog.Tile{H: height, L: level, N: n, W: int(width)})
		}
	}
	return all
}

// whole derives everything again from the entries and compares it with what is published.
func whole(dir, key string) error {
	tree, err := checkpoint(dir, key)
	if err != nil {
		return err
	}
	kept := room(tree.N)
	for n := int64(0); n < tree.N; {
		width := tree.N - n
		if width > 1<<height {
			width = 1 << height
		}
		bundle, err := os.ReadFile(file(dir, tlog.Tile{H: height, L: -1, N: n >> height, W: int(width)}))
		if err != nil {
			return err
		}
		for end := n + width; n < end; n++ {
			if len(bundle) < 2 || len(bundle) < 2+int(binary.BigEndian.Uint16(bundle)) {
				return errors.New("a torn bundle")
			}
			length := 2 + int(binary.BigEndian.Uint16(bundle))
			if err := kept.add(n, bundle[2:length]); err != nil {
				return err
			}
			bundle = bundle[length:]
		}
		if len(bundle) > 0 {
			return errors.New("a bundle with too much in it")
		}
	}
	for _, t := range tiles(tree.N) {
		derived, err := tlog.ReadTileData(t, kept)
		if err != nil {
			return err
		}
		published, err := os.ReadFile(file(dir, t))
		if err != nil {
			return err
		}
		if !bytes.Equal(derived, published) {
			return fmt.Errorf("another %s", t.Path())
		}
	}
	root, err := tlog.TreeHash(tree.N, kept)
	if err == nil && root != tree.Hash {
		err = errors.New("another root")
	}
	return err
}

func audit(dir, key string, rounds int) error {
	for round := 0; round <= rounds; round++ {
		start := time.Now()
		if err := whole(dir, key); err != nil {
			return err
		}
		if took := time.Since(start); round > 0 {
			fmt.Println("audit", took.Seconds())
		}
	}
	return nil
}

func numbers(words []string) ([]int, error) {
	all := make([]int, len(words))
	for i, word := range words {
		n, err := strconv.Atoi(word)
		if err != nil || n < 1 {
			return nil, errors.New("not a number above 0: " + word)
		}
		all[i] = n
	}
	return all, nil
}

func run(args []string) error {
	switch {
	case len(args) == 3 && args[0] == "appends":
		n, err := numbers(args[1:])
		if err != nil {
			return err
		}
		return appends(int64(n[0]), n[1])
	case len(args) == 4 && args[0] == "proofs":
		n, err := numbers(args[1:])
		if err != nil {
			return err
		}
		return proofs(int64(n[0]), n[1], time.Duration(n[2])*time.Millisecond)
	case len(args) == 4 && args[0] == "audit":
		n, err := numbers(args[3:])
		if err != nil {
			return err
		}
		return audit(args[1], args[2], n[0])
	}
	return errors.New("see the head of rival.go")
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Println("built", runtime.Version())
}
