macro_rules! first_some {
    () => {
        todo!()
    };
}

fn main() {
    let nothing: Option<i32> = None;
    println!("{:?}", first_some!(nothing, Some(2), Some(3)));
}
