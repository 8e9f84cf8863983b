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
        match (line, self.room, self.has_book) {
            ("go north", Room::Hall, _) => self.enter(Room::Library),
            _ => todo!("the other rules"),
        }
    }
}
