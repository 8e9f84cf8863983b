struct Playlist {
    songs: Vec<String>,
}

impl Playlist {
    fn opener(&self) -> String {
        self.songs[0]
    }
}

fn main() {
    let list = Playlist { songs: vec!["Aurora".to_string()] };
    println!("{}", list.opener());
}
