use super::*;

fn board(rows: [&str; 3]) -> [[char; 3]; 3] {
    rows.map(|row| {
        let mut signs = row.chars();
        [(); 3].map(|()| signs.next().unwrap())
    })
}

#[test]
fn the_first_row_becomes_the_right_column() {
    let turned = turn(board(["abc", "def", "ghi"]));
    assert_eq!(turned, board(["gda", "heb", "ifc"]), "abc, def, ghi");
}

#[test]
fn a_lone_corner_walks_around() {
    let mut now = board(["x..", "...", "..."]);
    for wanted in ["..x......", "........x", "......x..", "x........"] {
        now = turn(now);
        let flat: String = now.iter().flatten().collect();
        assert_eq!(flat, wanted, "the corner after one more turn");
    }
}

#[test]
fn four_turns_change_nothing() {
    let start = board(["xo.", ".xx", "o.o"]);
    assert_eq!(turn(turn(turn(turn(start)))), start, "four turns");
    assert_ne!(turn(start), start, "one turn");
}
