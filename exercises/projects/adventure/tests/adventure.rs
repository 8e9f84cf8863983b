use adventure::Game;

fn play(lines: &[&str]) -> &'static str {
    let mut game = Game::new();
    lines.iter().map(|line| game.input(line)).last().unwrap()
}

#[test]
fn walking() {
    assert_eq!(
        play(&["go north"]),
        "you are in the library",
        "north of the hall"
    );
    assert_eq!(
        play(&["go north", "go south"]),
        "you are in the hall",
        "and back"
    );
    assert_eq!(
        play(&["go south"]),
        "you cannot go there",
        "no door in the south of the hall"
    );
    assert_eq!(
        play(&["go north", "go north"]),
        "you cannot go there",
        "the library has no north"
    );
    assert_eq!(play(&["go up"]), "you cannot go there", "nor any other way");
}

#[test]
fn the_book() {
    assert_eq!(
        play(&["take book"]),
        "there is no such thing",
        "not in the hall"
    );
    assert_eq!(play(&["go north", "take book"]), "taken", "in the library");
    assert_eq!(
        play(&["go north", "take book", "take book"]),
        "there is no such thing",
        "only once"
    );
    assert_eq!(
        play(&["go north", "take lamp"]),
        "there is no such thing",
        "other things"
    );
}

#[test]
fn the_door() {
    assert_eq!(play(&["open door"]), "it is locked", "without the book");
    assert_eq!(
        play(&["go north", "open door"]),
        "there is no door",
        "not in the library"
    );
    let win = ["go north", "take book", "go south", "open door"];
    assert_eq!(play(&win), "you win", "with the book");
    assert_eq!(
        play(&[&win[..], &["go north"]].concat()),
        "it is over",
        "after the end"
    );
}

#[test]
fn other_input() {
    assert_eq!(
        play(&["  GO   North "]),
        "you are in the library",
        "capital letters and blanks"
    );
    for line in ["", "go", "dance", "go north now", "open book"] {
        assert_eq!(play(&[line]), "what?", "input {line:?}");
    }
}
