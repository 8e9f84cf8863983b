use super::*;

#[test]
fn rounded_up() {
    let mut song = Song {
        title: String::from("Blue"),
        seconds: 61,
    };
    assert_eq!(minutes(&song), 2, "61 seconds are more than a minute");
    song.seconds = 120;
    assert_eq!(minutes(&song), 2, "120 seconds are two minutes exactly");
    song.seconds = 0;
    assert_eq!(minutes(&song), 0, "silence has no minutes");
}
