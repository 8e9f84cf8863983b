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
    let mut loads = Vec::new();
    let mut place = train;
    while let Some(wagon) = place {
        loads.push(wagon.load);
        place = &wagon.next;
    }
    loads
}

fn unhook(train: &mut Train, load: u32) -> bool {
    let mut place = train;
    loop {
        match place {
            None => return false,
            Some(wagon) if wagon.load == load => {
                *place = wagon.next.take();
                return true;
            }
            Some(wagon) => place = &mut wagon.next,
        }
    }
}

fn main() {
    let mut train = train(&[3, 8, 5]);
    println!("{}", unhook(&mut train, 8));
    println!("{:?}", loads(&train));
}
