#[derive(Clone, Copy, PartialEq)]
enum Room {
    Hall,
    Library,
}

pub struct Game {
    room: Room,
    has_book: bool,
    over: bool,
}

impl Default for Game {
    fn default() -> Self {
        Game::new()
    }
}

impl Game {
    pub fn new() -> Game {
        Game {
            room: Room::Hall,
            has_book: false,
            over: false,
        }
    }

    fn enter(&mut self, room: Room) -> &'static str {
        self.room = room;
        match room {
            Room::Hall => "you are in the hall",
            Room::Library => "you are in the library",
        }
    }

    pub fn input(&mut self, line: &str) -> &'static str {
        if self.over {
            return "it is over";
        }
        let line = line.to_lowercase();
        let words: Vec<&str> = line.split(' ').collect();
        match (&words[..], self.room) {
            (["go", "north"], Room::Hall) => self.enter(Room::Library),
            (["go", "south"], Room::Library) => self.enter(Room::Hall),
            (["go", _], _) => "you cannot go there",
            (["take", "book"], Room::Library) if !self.has_book => {
                self.has_book = true;
                "taken"
            }
            (["take", _], _) => "there is no such thing",
            (["open", "door"], Room::Library) => "there is no door",
            (["open", "door"], Room::Hall) if self.has_book => {
                self.over = true;
                "you win"
            }
            (["open", "door"], Room::Hall) => "it is locked",
            _ => "what?",
        }
    }
}
