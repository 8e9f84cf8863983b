struct Garden {
    beds: u32,
}

impl Garden {
    fn new() -> Self {
        Garden { beds: 3 }
    }
    fn with_more() -> Self {
        let g = Garden::new();
        g.new()
    }
}

fn main() {
    println!("{}", Garden::with_more().beds);
}
