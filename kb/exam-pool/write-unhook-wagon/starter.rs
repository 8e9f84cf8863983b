struct Wagon {
    load: u32,
    next: Train,
}

type Train = Option<Box<Wagon>>;

fn train(loads: &[u32]) -> Train {
    let (&load, rest) = loads.split_first()?;
    let next = train(rest);
    Some(Box::new(Wagon { load, next }))
}

fn loads(train: &Train) -> Vec<u32> {
    todo!()
}

fn unhook(train: &mut Train, load: u32) -> bool {
    todo!()
}

fn main() {
    let mut train = train(&[3, 8, 5]);
    println!("{}", unhook(&mut train, 8));
    println!("{:?}", loads(&train));
}
