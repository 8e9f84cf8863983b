struct Button {
    handlers: Vec<Fn(i32) -> i32>,
}

impl Button {
    fn press(&self, start: i32) -> i32 {
        let mut value = start;
        for h in &self.handlers {
            value = h(value);
        }
        value
    }
}

fn main() {
    let step = 4;
    let b = Button {
        handlers: vec![Box::new(move |n| n + step), Box::new(|n, m| n * 2)],
    };
    println!("{}", b.press(1));
    println!("{}", b.press(10));
}
