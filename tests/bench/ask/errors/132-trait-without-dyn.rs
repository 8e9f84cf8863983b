trait Sound {
    fn play(&self);
}

struct Bell;
impl Sound for Bell {
    fn play(&self) {
        println!("dong");
    }
}

fn pick() -> Box<Sound> {
    Box::new(Bell)
}

fn main() {
    pick().play();
}
